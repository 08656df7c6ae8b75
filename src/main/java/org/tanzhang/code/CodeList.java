package org.tanzhang.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of one classification, found by code or by any of their spellings.
 *
 * @param <T> the kind of member
 */
public class CodeList<T extends Code> {

    private final String title;
    private final Map<String, T> byCode = new LinkedHashMap<>();
    private final Map<String, List<T>> bySpelling = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two members share a code */
    public CodeList(String title, Collection<T> members) {
        this.title = title;
        for (T member : members) {
            if (byCode.put(member.code(), member) != null) {
                throw new IllegalArgumentException(title + ": code " + member.code() + " stands twice");
            }
        }
        for (T member : members) {
            spell(member.name().zh(), member);
            spell(member.name().en(), member);
            member.aliases().forEach(alias -> spell(alias, member));
        }
    }

    private void spell(String spelling, T member) {
        if (spelling.isBlank()) {
            return;
        }
        List<T> members = bySpelling.computeIfAbsent(Caption.normal(spelling), s -> new ArrayList<>(1));
        if (!members.contains(member)) {
            members.add(member);
        }
    }

    /** The member of that code. */
    public Optional<T> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws IllegalArgumentException when the list has no such code */
    public T get(String code) {
        T member = byCode.get(code);
        if (member == null) {
            throw new IllegalArgumentException(title + ": no code " + code);
        }
        return member;
    }

    /** Every member with that name or alias, whatever its brackets, spaces or width; empty when there is none. */
    public List<T> named(String spelling) {
        return bySpelling.getOrDefault(Caption.normal(spelling), List.of());
    }

    /** The members, in the order of the list. */
    public Collection<T> all() {
        return byCode.values();
    }

    /** Every spelling with its members, for searching inside longer texts. */
    protected Map<String, List<T>> spellings() {
        return bySpelling;
    }
}
