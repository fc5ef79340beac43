package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.vinculo.crm.activity.CalendarFeedService;

/** Somebody's calendar for calendar programs; the secret is part of the address. */
@Path("calendar/feed/{secret}")
@RequestScoped
public class CalendarFeedResource {

    @EJB
    CalendarFeedService feeds;

    @GET
    @Produces("text/calendar;charset=UTF-8")
    public Response read(@PathParam("secret") String secret) {
        return Response.ok(feeds.read(secret))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"calendar.ics\"")
                .build();
    }
}
