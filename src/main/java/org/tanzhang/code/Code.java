package org.tanzhang.code;

import java.util.List;

/** A member of a code list: canonical code, name, and the other spellings met in workbooks. */
public interface Code {

    String code();

    Name name();

    /** Further spellings, Chinese or English, as found in forms and exports. */
    List<String> aliases();
}
