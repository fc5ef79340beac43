create table outbox_message (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null unique,
  to_address varchar(320) not null,
  subject varchar(300) not null,
  body ${clob},
  language varchar(10) not null,
  customer_id bigint,
  idempotency_key varchar(100) constraint outbox_idempotency unique,
  secret ${boolean} not null,
  state varchar(10) not null,
  attempts int not null,
  error varchar(500),
  created_at ${timestamp} not null,
  next_at ${timestamp} not null,
  claimed_by varchar(40),
  sent_at ${timestamp}
);
create index outbox_due on outbox_message (state, next_at);
create index outbox_customer on outbox_message (customer_id);
create index outbox_created on outbox_message (created_at, id);
