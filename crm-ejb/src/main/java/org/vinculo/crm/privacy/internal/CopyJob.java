package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.CopyState;
import org.vinculo.crm.privacy.RequestKind;
import org.vinculo.crm.privacy.entity.PersonalCopy;

/** Writes a copy of everything that is known about a customer. */
@ApplicationScoped
public class CopyJob implements JobHandler {

    public static final String NAME = "personalCopy";

    @Inject
    CopyDesk desk;

    @Inject
    CopyFiles files;

    @Inject
    CopyWriter writer;

    @Inject
    Customers customers;

    @Inject
    RequestDesk requests;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        PersonalCopy copy = desk.find(context.payload()).orElse(null);
        if (copy == null || copy.getState() != CopyState.PREPARING) {
            return JobStep.finished(0);
        }
        customers
                .find(copy.getCustomerId())
                .filter(customer -> !customer.deleted())
                .ifPresentOrElse(
                        customer -> {
                            String name = files.newName();
                            Path path = files.path(name);
                            try {
                                try (OutputStream out = Files.newOutputStream(path)) {
                                    writer.write(customer, out);
                                }
                                copy.ready(
                                        name,
                                        Files.size(path),
                                        clock.instant(),
                                        Duration.ofDays(settings.number(Setting.PRIVACY_COPY_DAYS)));
                            } catch (IOException failure) {
                                files.delete(name);
                                throw new UncheckedIOException(failure);
                            }
                            if (copy.isByCustomer()) {
                                requests.mail(
                                        customer,
                                        "privacy.mail.copy",
                                        RequestKind.PORTABILITY,
                                        copy.view()
                                                .expiresAt()
                                                .atZone(settings.zone())
                                                .toLocalDate());
                            }
                        },
                        copy::failed);
        return JobStep.finished(1);
    }

    @Override
    public void ended(JobContext context, JobState state) {
        desk.find(context.payload()).ifPresent(PersonalCopy::failed);
    }
}
