create table audit_entry (
  id bigint not null primary key,
  made_at ${timestamp} not null,
  actor_kind varchar(12) not null,
  actor_id bigint,
  actor_name varchar(200),
  ip varchar(64),
  correlation_id varchar(40),
  action varchar(60) not null,
  entity varchar(60),
  entity_id varchar(40),
  customer_id bigint,
  detail varchar(500),
  changes ${clob}
);
create index audit_customer on audit_entry (customer_id, id);
create index audit_customer_time on audit_entry (customer_id, made_at, id);
create index audit_made_at on audit_entry (made_at, id);
create index audit_entity on audit_entry (entity, entity_id, id);
