alter table outbox_message add column in_reply_to varchar(500);
alter table outbox_message add column reference_ids varchar(2000);
alter table outbox_message add column personal ${boolean} default false not null;

create table mail_message (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  direction varchar(20) not null,
  message_key varchar(64) not null,
  message_id varchar(500),
  root_key varchar(64) not null,
  from_address varchar(320),
  from_name varchar(200),
  to_address varchar(320),
  subject varchar(300),
  body ${clob},
  cut ${boolean} not null,
  refused_files varchar(1000),
  sent_at ${timestamp} not null,
  received_at ${timestamp} not null,
  state varchar(20) not null,
  failed varchar(300),
  customer_id bigint,
  interaction_id bigint,
  constraint mail_message_public_id unique (public_id),
  constraint mail_message_key unique (message_key),
  constraint mail_message_customer foreign key (customer_id) references customer (id),
  constraint mail_message_interaction foreign key (interaction_id) references interaction (id) on delete set null
);
create index mail_message_root on mail_message (root_key);
create index mail_message_state on mail_message (state, received_at, id);
create index mail_message_customer_of on mail_message (customer_id);
create index mail_message_of on mail_message (interaction_id);
create index mail_message_from on mail_message (from_address, state);

create table mailbox (
  id bigint not null primary key,
  version bigint not null,
  name varchar(300) not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  read_at ${timestamp},
  error varchar(300),
  constraint mailbox_name unique (name)
);
