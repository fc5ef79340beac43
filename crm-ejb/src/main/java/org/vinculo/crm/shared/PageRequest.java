package org.vinculo.crm.shared;

/**
 * Which rows of a list are wanted.
 *
 * @param first zero-based index of the first row
 * @param size rows at most, 1 to 500
 * @param sort requested order, or null for the list's own
 */
public record PageRequest(int first, int size, SortBy sort) {

    public static final int MAX_SIZE = 500;

    public PageRequest {
        first = Math.max(0, first);
        size = Math.min(MAX_SIZE, Math.max(1, size));
    }

    public static PageRequest of(int first, int size) {
        return new PageRequest(first, size, null);
    }
}
