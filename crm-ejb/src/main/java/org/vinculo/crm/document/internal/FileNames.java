package org.vinculo.crm.document.internal;

/** Names of files as they are kept: a name only, without a way to anywhere. */
public final class FileNames {

    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 12;

    private FileNames() {}

    /** @param given by whoever sent it, with folders, control characters and all, or null */
    public static String clean(String given) {
        String name = given == null ? "" : given.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(FileNames::isKept).forEach(kept::appendCodePoint);
        name = trimmed(shortened(trimmed(kept.toString().strip())));
        return name.isEmpty() ? "file" : name;
    }

    /** Without dots at the start, dots and blanks at the end. By hand: a name that a stranger sent may be megabytes long. */
    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && name.charAt(start) == '.') {
            start++;
        }
        while (end > start && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(start, end);
    }

    /** Control characters, line ends and marks that turn the direction of writing could make a name look like another. */
    private static boolean isKept(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && "<>:\"|?*".indexOf(point) < 0;
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int end =
                name.offsetByCodePoints(0, Math.min(LONGEST - ending.length(), name.codePointCount(0, name.length())));
        return name.substring(0, Math.min(end, name.length() - ending.length())) + ending;
    }
}
