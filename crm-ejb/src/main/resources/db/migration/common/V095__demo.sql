-- One row in the database of the demo company, none elsewhere: it tells the two apart at every start.
create table demo_mark (
  id bigint not null primary key,
  version bigint not null,
  loaded_at ${timestamp} not null,
  constraint demo_mark_once check (id = 1)
);
