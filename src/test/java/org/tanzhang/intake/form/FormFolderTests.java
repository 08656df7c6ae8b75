package org.tanzhang.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bureau may add, and what it is told of what it wrote. */
@DisplayName("The folder of the bureau's own forms")
class FormFolderTests {

    private static final Set<String> CARRIERS = Set.of("raw-coal", "diesel");

    private static final String SOUND = """
            id: own
            statement: "205-1"
            title: {zh: "自定", en: "Own"}
            reporter: unit
            layout: carriers-down
            titles: ["自定表"]
            labels: ["能源"]
            items:
              - {item: consumption, names: ["用量"], required: true}
            carriers:
              - {carrier: raw-coal, names: ["煤"]}
            """;

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> faults() {
        FaultyFormsException e =
                catchThrowableOfType(FaultyFormsException.class, () -> FormLibrary.with(folder, CARRIERS));
        return e == null
                ? List.of()
                : e.faults().stream()
                        .map(f -> Path.of(f.file()).getFileName() + ":" + f.line() + " "
                                + f.kind().code() + " " + f.arguments())
                        .toList();
    }

    private static List<String> ids(FormLibrary library) {
        return library.definitions().stream().map(FormDefinition::id).toList();
    }

    @Test
    @DisplayName("need not be there")
    void absent() {
        FormLibrary library = FormLibrary.with(folder.resolve("none"), CARRIERS);
        assertThat(ids(library)).isEqualTo(ids(FormLibrary.shipped()));
        assertThat(library.digest()).isEqualTo(FormLibrary.shipped().digest());
    }

    @Test
    @DisplayName("adds forms after the shipped ones, and the digest tells")
    void adds() throws IOException {
        write("own.yml", SOUND);
        write("README.txt", "no form");
        write(".own.yml", "hidden: true");
        assertThat(faults()).isEmpty();
        FormLibrary library = FormLibrary.with(folder, CARRIERS);
        assertThat(ids(library)).startsWith("205-1").endsWith("own");
        assertThat(library.digest()).isNotEqualTo(FormLibrary.shipped().digest());
    }

    @Test
    @DisplayName("replaces a shipped form by one of the same id, in its place")
    void replaces() throws IOException {
        write("my-205-1.yml", SOUND.replace("id: own", "id: \"205-1\""));
        FormLibrary library = FormLibrary.with(folder, CARRIERS);
        assertThat(ids(library)).isEqualTo(ids(FormLibrary.shipped()));
        assertThat(library.definitions().get(0).titles()).containsExactly("自定表");
    }

    @Test
    @DisplayName("may take carriers and rules from another form, and change single carriers")
    void takesFromAnother() throws IOException {
        write("own.yml", SOUND + "carriers-of: \"205-1\"\nrules-of: \"205-1\"\nvalid: {from: 2026}\n");
        assertThat(faults()).isEmpty();
        FormDefinition own = FormLibrary.with(folder, CARRIERS).definitions().stream()
                .filter(d -> d.id().equals("own"))
                .findFirst()
                .orElseThrow();
        assertThat(own.carriers()).hasSize(40);
        assertThat(own.carriers())
                .filteredOn(c -> c.code().equals("raw-coal"))
                .flatExtracting(FormDefinition.FormCarrier::names)
                .containsExactly("煤");
        assertThat(own.rulesOf()).isEqualTo("205-1");
        assertThat(own.validIn(2025)).isFalse();
        assertThat(own.validIn(2026)).isTrue();
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id: own | # | own.yml:2 missing [id]",
                "reporter: unit | reporter: firm | own.yml:4 choice [reporter, firm, region, unit]",
                "labels: [\"能源\"] | labels: 能源 | own.yml:7 no-list [labels]",
                "required: true | required: ja | own.yml:9 no-flag [required, ja]",
                "carrier: raw-coal | carrier: coal | own.yml:11 carrier [coal]",
                "titles: [\"自定表\"] | titel: [\"自定表\"] | own.yml:6 unknown-key [titel, ",
                "title: {zh: \"自定\", en: \"Own\"} | title: 自定 | own.yml:3 no-mapping []",
                "title: {zh: \"自定\", en: \"Own\"} | title: {zh: \"自定\"} | own.yml:3 missing [en]",
                "statement: \"205-1\" | statement: | own.yml:2 no-text [statement]",
                "reporter: unit | valid: {from: 26} | own.yml:4 year [from, 26]",
                "reporter: unit | valid: {from: 2027, to: 2026} | own.yml:4 years [2027, 2026]",
                "reporter: unit | carriers-of: P999 | own.yml:4 form [carriers-of, P999]",
                "reporter: unit | layout: list | own.yml:5 key-twice [layout]",
                "reporter: unit | reporter: [unit | own.yml:5 yaml [",
            })
    @DisplayName("names each fault with file and line")
    void namesFaults(String in, String by, String fault) throws IOException {
        write("own.yml", SOUND.replace(in, by));
        assertThat(faults()).anyMatch(f -> f.startsWith(fault));
    }

    @Test
    @DisplayName("names every fault of every file in one pass")
    void namesAll() throws IOException {
        write("a.yml", SOUND.replace("unit\n", "firm\n").replace("carriers-down", "down"));
        write("b.yml", SOUND.replace("names: [\"用量\"]", "names: []"));
        write("c.yml", "- a list\n");
        write("d.yml", "");
        write(
                "e.yml",
                SOUND.replace("id: own", "id: e")
                        .replace(
                                "carriers:\n",
                                "  - {item: consumption, names: [\"消费\"]}\n  - {item: other, names: [\"用量\"]}\ncarriers:\n"));
        assertThat(faults())
                .containsExactly(
                        "b.yml:1 form-twice [own, " + folder.resolve("a.yml") + "]",
                        "a.yml:4 choice [reporter, firm, region, unit]",
                        "a.yml:5 choice [layout, down, items-down, carriers-down, list, reporters-down]",
                        "c.yml:1 no-mapping []",
                        "d.yml:1 no-mapping []",
                        "e.yml:10 item-twice [consumption]",
                        "e.yml:11 name-twice [用量, consumption, other]");
    }

    @Test
    @DisplayName("says of a file in another encoding that it is to be UTF-8")
    void otherEncoding() throws IOException {
        Files.write(folder.resolve("own.yml"), SOUND.getBytes(Charset.forName("GB18030")));
        assertThat(faults()).containsExactly("own.yml:1 unreadable [UTF-8]");
    }
}
