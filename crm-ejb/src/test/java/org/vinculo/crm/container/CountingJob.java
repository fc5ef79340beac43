package org.vinculo.crm.container;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;

/** Counts to ten, one number a step, and remembers which numbers it said. */
@ApplicationScoped
public class CountingJob implements JobHandler {

    static final int END = 10;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "test.counting";
    }

    @Override
    public JobStep step(JobContext context) {
        int number = context.checkpoint() == null ? 1 : Integer.parseInt(context.checkpoint()) + 1;
        said.add(context.payload() + " " + number);
        return number == END ? JobStep.finished(END) : JobStep.more(Integer.toString(number), number, END);
    }

    List<String> said(String payload) {
        return said.stream().filter(line -> line.startsWith(payload + " ")).toList();
    }
}
