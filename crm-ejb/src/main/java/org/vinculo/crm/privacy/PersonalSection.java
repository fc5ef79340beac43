package org.vinculo.crm.privacy;

import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.shared.PersonalPurpose;

/**
 * What one kind of data says about a customer.
 *
 * @param code its text is {@code privacy.data.<code>}
 * @param room the room that keeps it
 * @param columns names of the values, in their order
 * @param rows the values; an {@code Instant}, a {@code LocalDate}, a number, a boolean or a text each, or null
 * @param total how many rows there are, of which {@code rows} may be the first
 * @param at place of the column that says when it was collected, or -1
 * @param by place of the column that says by whom, or -1
 * @param origin place of the column that says from where, or -1
 */
public record PersonalSection(
        String code,
        String room,
        PersonalPurpose purpose,
        List<String> columns,
        List<List<Serializable>> rows,
        long total,
        int at,
        int by,
        int origin)
        implements Serializable {}
