create table interaction (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  contact_point_id bigint,
  external_id varchar(100),
  channel varchar(20) not null,
  direction varchar(20) not null,
  purpose varchar(20) not null,
  topic varchar(200) not null,
  outcome varchar(20),
  started_at ${timestamp} not null,
  ended_at ${timestamp},
  customer_zone varchar(60),
  sentiment smallint not null,
  visibility varchar(20) not null,
  staff_id bigint,
  staff_name varchar(200) not null,
  body varchar(4000),
  created_at ${timestamp} not null,
  constraint interaction_public_id unique (public_id),
  constraint interaction_external_id unique (external_id),
  constraint interaction_customer foreign key (customer_id) references customer (id),
  constraint interaction_contact_point foreign key (contact_point_id) references contact_point (id) on delete set null,
  constraint interaction_staff foreign key (staff_id) references account (id)
);
create index interaction_customer_time on interaction (customer_id, started_at, id);
create index interaction_point on interaction (contact_point_id);
create index interaction_started on interaction (started_at, id);
create index interaction_staff_time on interaction (staff_id, started_at);
