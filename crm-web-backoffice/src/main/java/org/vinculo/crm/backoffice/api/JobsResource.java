package org.vinculo.crm.backoffice.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.platform.JobService;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobView;

/** Long work. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @Inject
    JobService jobs;

    @GET
    @Path("{id}")
    public JsonObject get(@PathParam("id") String id) {
        return json(jobs.get(id));
    }

    /** What a call that begins long work answers. */
    static Response begun(String id, String name) {
        return Response.accepted(new JsonOut()
                        .put("id", id)
                        .put("name", name)
                        .put("state", JobState.QUEUED)
                        .build())
                .build();
    }

    private static JsonObject json(JobView job) {
        return new JsonOut()
                .put("id", job.publicId())
                .put("name", job.name())
                .put("state", job.state())
                .put("progress", job.progress())
                .put("startedAt", job.startedAt())
                .put("finishedAt", job.finishedAt())
                .put("message", job.message())
                .build();
    }
}
