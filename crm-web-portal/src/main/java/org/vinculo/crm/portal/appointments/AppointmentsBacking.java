package org.vinculo.crm.portal.appointments;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.activity.portal.MyAppointment;
import org.vinculo.crm.activity.portal.MyAppointments;

/** What comes and what was. */
@Named
@RequestScoped
public class AppointmentsBacking {

    @Inject
    MyAppointments appointments;

    private List<MyAppointment> coming;
    private List<MyAppointment> past;

    @PostConstruct
    void load() {
        coming = appointments.coming();
        past = appointments.past();
    }

    public List<MyAppointment> getComing() {
        return coming;
    }

    public List<MyAppointment> getPast() {
        return past;
    }
}
