package org.tanzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.quality.Finding;

/** The inbox is open to others: what lies in it is looked at before it is opened. */
@DisplayName("A folder of received files")
class FileScanTests {

    private static final byte[] TABLE = "能源名称\t消费量\n原煤\t900\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path inbox;

    private Path file(String name) throws IOException {
        return file(name, TABLE);
    }

    private Path file(String name, byte[] content) throws IOException {
        Path path = inbox.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    private FileScan scan() throws IOException {
        return scan(inbox);
    }

    private static FileScan scan(Path... paths) throws IOException {
        return FileScan.of(List.of(paths), ReadingBudget.DEFAULT);
    }

    private static List<String> names(FileScan scan) {
        return scan.workbooks().stream().map(ReceivedFile::name).toList();
    }

    private static List<String> remarks(FileScan scan) {
        return scan.remarks().stream()
                .map(r -> r.file() + " " + r.finding().rule() + " "
                        + r.finding().severity().code())
                .toList();
    }

    /** Runs a program of the system; without it the test is skipped. */
    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort(command[0] + " is not installed: skipped");
            return;
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Assumptions.assumeTrue(process.exitValue() == 0, command[0] + " could not do it: skipped");
    }

    @Test
    @DisplayName("gives what is or calls itself a workbook, and counts the rest")
    void wanted() throws IOException {
        file("b/表.xls");
        file("a.CSV");
        file("表.txt");
        file("说明.txt", "请于3月前报送，谢谢。\n联系人,电话\n张三,1\n".getBytes(StandardCharsets.UTF_8));
        file("页.html", "<html><table><tr><td>原煤".getBytes(StandardCharsets.UTF_8));
        file("图.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
        file("旧.ods", new byte[] {'P', 'K', 3, 4});
        file(".hidden.xls");
        file("~$b.xlsx");
        file(".tmp/c.xlsx");
        assertThat(names(scan())).containsExactly("a.CSV", "b/表.xls", "旧.ods", "表.txt", "页.html");
        assertThat(scan().others()).containsExactly("图.png", "说明.txt");
        assertThat(scan().remarks()).isEmpty();
    }

    @Test
    @DisplayName("does not follow links, to files, to folders, to itself, and says so")
    void links(@TempDir Path outside) throws IOException {
        Files.write(outside.resolve("secret.xls"), TABLE);
        file("a.xls");
        Files.createSymbolicLink(inbox.resolve("file.xls"), outside.resolve("secret.xls"));
        Files.createSymbolicLink(inbox.resolve("folder"), outside);
        Files.createSymbolicLink(inbox.resolve("loop"), inbox);
        Files.createSymbolicLink(inbox.resolve("gone.xls"), outside.resolve("nothing"));
        assertThat(names(scan())).containsExactly("a.xls");
        assertThat(remarks(scan()))
                .containsExactly(
                        "file.xls R-FILE-15 warning",
                        "folder R-FILE-15 warning",
                        "gone.xls R-FILE-15 warning",
                        "loop R-FILE-15 warning");
    }

    @Test
    @DisplayName("that is itself a link, named by the bureau, is looked through")
    void namedLink() throws IOException {
        file("in/a.xls");
        Path link = Files.createSymbolicLink(inbox.resolve("link"), inbox.resolve("in"));
        assertThat(names(scan(link))).containsExactly("a.xls");
    }

    @Test
    @DisplayName("with a pipe in it does not wait for the pipe")
    void pipes() throws Exception {
        run(inbox, "mkfifo", "管道.xlsx");
        file("a.xls");
        assertThat(names(scan())).containsExactly("a.xls");
        assertThat(remarks(scan())).containsExactly("管道.xlsx R-FILE-16 warning");
        assertThat(remarks(scan(Path.of("/dev/zero")))).containsExactly("zero R-FILE-16 warning");
    }

    @Test
    @DisplayName("says which files and folders may not be read, and reads the others")
    void permissions() throws IOException {
        Path closed = file("closed.xls");
        file("shut/b.xls");
        file("a.xls");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(inbox.resolve("shut"), PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(Files.isReadable(closed), "this user may read everything: skipped");
            assertThat(names(scan())).containsExactly("a.xls");
            assertThat(remarks(scan())).containsExactlyInAnyOrder("closed.xls R-FILE-17 error", "shut R-FILE-17 error");
        } finally {
            Files.setPosixFilePermissions(inbox.resolve("shut"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @DisplayName("leaves a file that grows while it is read for the next time")
    void growing() throws Exception {
        file("a.xls");
        Path growing = file("b.xls");
        FileScan scan = scan();
        Files.write(growing, TABLE, StandardOpenOption.APPEND);
        assertThat(scan.workbooks().get(0).bytes()).isEqualTo(TABLE);
        assertThatThrownBy(() -> scan.workbooks().get(1).bytes())
                .isInstanceOfSatisfying(ReceivedFile.UnreceivedException.class, e -> {
                    Finding finding = e.finding();
                    assertThat(finding.rule()).isEqualTo("R-FILE-14");
                    assertThat(finding.arguments()).containsExactly(TABLE.length + " → " + 2 * TABLE.length);
                });
        assertThat(scan().workbooks().get(1).bytes()).hasSize(2 * TABLE.length);
    }

    @Test
    @DisplayName("leaves a file that was written anew, and one that became a link, for the next time")
    void changed() throws Exception {
        Path anew = file("a.xls");
        Path swapped = file("b.xls");
        FileScan scan = scan();
        Files.setLastModifiedTime(anew, FileTime.fromMillis(1));
        Files.delete(swapped);
        Files.createSymbolicLink(swapped, Path.of("/etc/passwd"));
        assertThatThrownBy(() -> scan.workbooks().get(0).bytes()).isInstanceOf(ReceivedFile.UnreceivedException.class);
        assertThatThrownBy(() -> scan.workbooks().get(1).bytes()).isInstanceOf(ReceivedFile.UnreceivedException.class);
    }

    @Test
    @DisplayName("says which file is too large, without opening it")
    void tooLarge() throws IOException {
        try (var out =
                Files.newByteChannel(inbox.resolve("大.xlsx"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.position(ReadingBudget.DEFAULT.fileSize().toBytes());
            out.write(java.nio.ByteBuffer.wrap(new byte[] {1}));
        }
        assertThat(remarks(scan())).containsExactly("大.xlsx R-FILE-05 error");
        assertThat(scan().workbooks()).isEmpty();
    }

    @Test
    @DisplayName("shows names without what steers a terminal or turns the writing")
    void trickyNames() throws IOException {
        file("芙蓉区\u202Eslx.exe.xls");
        file("a\nb\u001B[31m.xls");
        file("a\\..\\c.xls");
        file("D:e.xls");
        assertThat(names(scan())).containsExactlyInAnyOrder("芙蓉区_slx.exe.xls", "a_b_[31m.xls", "a_.._c.xls", "D_e.xls");
        assertThat(scan().remarks()).hasSize(4).allMatch(r -> r.finding().rule().equals("R-FILE-18"));
        assertThat(scan().workbooks()).allSatisfy(f -> assertThat(f.bytes()).isEqualTo(TABLE));
    }

    @Test
    @DisplayName("reads names in GBK, of 255 bytes too, and shortens them so that a copy can bear them")
    void namesInGbk() throws Exception {
        Charset gbk = Charset.forName("GBK");
        byte[] full = ("长".repeat(125) + "x.xls").getBytes(gbk);
        assertThat(full).hasSize(255);
        for (byte[] name : List.of("望城区平衡表.xls".getBytes(gbk), full)) {
            StringBuilder escaped = new StringBuilder();
            for (byte b : name) {
                escaped.append(String.format("\\%03o", b & 0xFF));
            }
            run(inbox, "sh", "-c", "printf 'a\\tb\\n1\\t2\\n' > \"$(printf '" + escaped + "')\"");
        }
        List<ReceivedFile> files = scan().workbooks();
        assertThat(files).hasSize(2).allSatisfy(f -> assertThat(f.bytes()).hasSize(8));
        assertThat(names(scan())).contains("望城区平衡表.xls");
        assertThat(names(scan()).stream().filter(n -> n.startsWith("长")))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n).matches("长{50,}~[0-9a-f]{8}\\.xls");
                    assertThat(n.getBytes(StandardCharsets.UTF_8).length).isBetween(170, 180);
                });
        assertThat(Arrays.asList("R-FILE-18 info", "R-FILE-18 info"))
                .isEqualTo(scan().remarks().stream()
                        .map(r -> r.finding().rule() + " "
                                + r.finding().severity().code())
                        .toList());
    }
}
