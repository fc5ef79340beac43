alter table customer add column merged_into_id bigint;
alter table customer add constraint customer_merged_into foreign key (merged_into_id) references customer (id);
create index customer_merged_into on customer (merged_into_id);

-- Which record became a part of which, with both as they were before.
create table customer_merge (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  survivor_id bigint not null,
  merged_id bigint not null,
  merged_at ${timestamp} not null,
  merged_by varchar(200) not null,
  survivor_before ${clob} not null,
  merged_before ${clob} not null,
  moved_rows bigint not null,
  split_at ${timestamp},
  split_by varchar(200),
  constraint customer_merge_public_id unique (public_id),
  constraint customer_merge_survivor foreign key (survivor_id) references customer (id),
  constraint customer_merge_merged foreign key (merged_id) references customer (id)
);
create index customer_merge_survivor on customer_merge (survivor_id, id);
create index customer_merge_merged on customer_merge (merged_id, id);

-- What a merge did to rows, in its order; a split does the opposite, backwards.
create table customer_merge_row (
  id bigint not null primary key,
  merge_id bigint not null,
  place integer not null,
  table_name varchar(60) not null,
  action varchar(10) not null,
  row_id bigint,
  row_ids ${clob},
  before_row ${clob},
  after_row ${clob},
  constraint customer_merge_row_merge foreign key (merge_id) references customer_merge (id)
);
create index customer_merge_row_place on customer_merge_row (merge_id, place);
