-- Tags and lists: names under which people put customers together by hand.
create table customer_group (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  kind varchar(10) not null,
  name varchar(80) not null,
  name_key varchar(80) not null,
  about varchar(400),
  created_at ${timestamp} not null,
  created_by varchar(200) not null,
  constraint customer_group_public_id unique (public_id),
  constraint customer_group_name unique (kind, name_key)
);

create table customer_group_member (
  group_id bigint not null,
  customer_id bigint not null,
  added_at ${timestamp} not null,
  added_by varchar(200) not null,
  constraint customer_group_member_pk primary key (customer_id, group_id),
  constraint customer_group_member_group foreign key (group_id) references customer_group (id),
  constraint customer_group_member_customer foreign key (customer_id) references customer (id)
);
create index customer_group_member_of on customer_group_member (group_id, customer_id);

-- A list of customers as somebody wants to see it again: its address and its columns.
create table customer_view (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  account_id bigint not null,
  name varchar(60) not null,
  shared ${boolean} not null,
  list_query varchar(4000) not null,
  list_columns varchar(1000) not null,
  constraint customer_view_public_id unique (public_id),
  constraint customer_view_account foreign key (account_id) references account (id)
);
create index customer_view_owner on customer_view (account_id);
create index customer_view_shared on customer_view (shared);

alter table customer_list_choice add column default_view varchar(22);

-- Work on all customers of a list at once, and what each was before.
create table bulk_run (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  action varchar(20) not null,
  argument varchar(400),
  argument_text varchar(200),
  selection varchar(4000) not null,
  caller varchar(2000) not null,
  account_id bigint,
  made_by varchar(200) not null,
  made_at ${timestamp} not null,
  expected bigint not null,
  done_count bigint not null,
  left_count bigint not null,
  state varchar(20) not null,
  job varchar(22),
  undone_count bigint not null,
  undo_left_count bigint not null,
  constraint bulk_run_public_id unique (public_id)
);
create index bulk_run_account on bulk_run (account_id, id);

create table bulk_change (
  id bigint not null primary key,
  version bigint not null,
  run_id bigint not null,
  customer_id bigint not null,
  before_value varchar(1200),
  version_after bigint not null,
  refusal varchar(40),
  constraint bulk_change_run foreign key (run_id) references bulk_run (id),
  constraint bulk_change_customer foreign key (customer_id) references customer (id)
);
create index bulk_change_place on bulk_change (run_id, id);
create index bulk_change_customer_id on bulk_change (customer_id);
