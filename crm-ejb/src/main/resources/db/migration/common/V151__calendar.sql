-- Appointments. The beginning is a time on the clock of a place; first_at and last_at only narrow searches.
create table appointment (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint,
  organizer_id bigint not null,
  title varchar(200) not null,
  place varchar(200),
  description varchar(2000),
  zone varchar(60) not null,
  start_local ${timestamp} not null,
  minutes integer not null,
  all_day ${boolean} not null,
  rule varchar(300),
  until_local ${timestamp},
  first_at ${timestamp} not null,
  last_at ${timestamp} not null,
  shown ${boolean} not null,
  state varchar(12) not null,
  uid varchar(255) not null,
  sequence_no integer not null,
  created_at ${timestamp} not null,
  created_by varchar(200) not null,
  constraint appointment_public_id unique (public_id),
  constraint appointment_uid unique (organizer_id, uid),
  constraint appointment_customer foreign key (customer_id) references customer (id),
  constraint appointment_organizer foreign key (organizer_id) references account (id)
);
create index appointment_organizer_last on appointment (organizer_id, last_at);
create index appointment_customer_last on appointment (customer_id, last_at);

-- One occurrence of a series that is different, or does not take place.
create table appointment_change (
  id bigint not null primary key,
  version bigint not null,
  appointment_id bigint not null,
  original_local ${timestamp} not null,
  cancelled ${boolean} not null,
  start_local ${timestamp},
  minutes integer,
  title varchar(200),
  place varchar(200),
  constraint appointment_change_once unique (appointment_id, original_local),
  constraint appointment_change_series foreign key (appointment_id) references appointment (id)
);

create table appointment_guest (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  appointment_id bigint not null,
  account_id bigint,
  customer_id bigint,
  email varchar(320),
  name varchar(200) not null,
  language varchar(10) not null,
  answer varchar(12) not null,
  answered_at ${timestamp},
  token_hash varchar(64),
  constraint appointment_guest_public_id unique (public_id),
  constraint appointment_guest_token unique (token_hash),
  constraint appointment_guest_appointment foreign key (appointment_id) references appointment (id),
  constraint appointment_guest_account foreign key (account_id) references account (id),
  constraint appointment_guest_customer foreign key (customer_id) references customer (id)
);
create index appointment_guest_of on appointment_guest (appointment_id);
create index appointment_guest_account_of on appointment_guest (account_id, appointment_id);
create index appointment_guest_customer_of on appointment_guest (customer_id);

-- The secret address under which somebody's calendar program reads the appointments; only its hash is kept.
create table calendar_feed (
  id bigint not null primary key,
  version bigint not null,
  account_id bigint not null,
  token_hash varchar(64) not null,
  made_at ${timestamp} not null,
  read_at ${timestamp},
  constraint calendar_feed_account unique (account_id),
  constraint calendar_feed_token unique (token_hash),
  constraint calendar_feed_of foreign key (account_id) references account (id)
);

-- A calendar file that goes with a mail.
alter table outbox_message add column calendar_text ${clob};
alter table outbox_message add column calendar_method varchar(10);
