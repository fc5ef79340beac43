-- From whom the chance to leave was learned, so that every count of the fit opens to its customers. Place is the tenth of the
-- check, 1 to 10, for the third that the check was on.
create table churn_lesson (
  customer_id bigint not null,
  run_id bigint not null,
  gone smallint not null,
  place smallint,
  constraint churn_lesson_pk primary key (customer_id, run_id),
  constraint churn_lesson_customer foreign key (customer_id) references customer (id),
  constraint churn_lesson_run foreign key (run_id) references churn_run (id)
);
create index churn_lesson_place on churn_lesson (run_id, place);
