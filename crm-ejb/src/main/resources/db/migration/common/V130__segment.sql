-- A sentence about customers. A frozen one has a snapshot of who it meant on one day.
create table segment (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  name varchar(100) not null,
  name_norm varchar(100) not null,
  description varchar(1000),
  owner_id bigint not null,
  shared ${boolean} not null,
  rule_text varchar(8000) not null,
  snapshot_id bigint,
  created_at ${timestamp} not null,
  created_by varchar(200) not null,
  changed_at ${timestamp} not null,
  deleted_at ${timestamp},
  -- Size of the whole, for whoever reaches everybody; null until it was counted.
  members bigint,
  counted_at ${timestamp},
  constraint segment_public_id unique (public_id),
  constraint segment_owner foreign key (owner_id) references account (id)
);
create index segment_owner_name on segment (owner_id, name_norm, id);
create index segment_name on segment (name_norm, id);

-- Members of one day, written once. One that no segment points to any more is removed some days later.
create table segment_snapshot (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  segment_id bigint not null,
  taken_on date not null,
  taken_at ${timestamp} not null,
  taken_by varchar(200) not null,
  reach varchar(8) not null,
  account_id bigint,
  team_id bigint,
  last_customer_id bigint not null,
  members bigint not null,
  complete ${boolean} not null,
  dropped_at ${timestamp},
  constraint segment_snapshot_public_id unique (public_id),
  constraint segment_snapshot_segment foreign key (segment_id) references segment (id)
);
create index segment_snapshot_segment on segment_snapshot (segment_id);
create index segment_snapshot_dropped on segment_snapshot (dropped_at);

create table segment_member (
  snapshot_id bigint not null,
  customer_id bigint not null,
  constraint segment_member_pk primary key (snapshot_id, customer_id),
  constraint segment_member_snapshot foreign key (snapshot_id) references segment_snapshot (id),
  constraint segment_member_customer foreign key (customer_id) references customer (id)
);
create index segment_member_customer on segment_member (customer_id, snapshot_id);

-- The largest gaps to the potential first.
create index customer_value_gap on customer_value (gap, customer_id);
