create table attachment (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  owner_type varchar(40) not null,
  owner_id bigint not null,
  customer_id bigint,
  file_name varchar(200) not null,
  media_type varchar(120) not null,
  byte_size bigint not null,
  sha256 varchar(64) not null,
  added_at ${timestamp} not null,
  added_by varchar(200) not null,
  removed_at ${timestamp},
  constraint attachment_public_id unique (public_id)
);
create index attachment_owner on attachment (owner_type, owner_id);
create index attachment_customer on attachment (customer_id);
create index attachment_hash on attachment (sha256);
create index attachment_removed on attachment (removed_at);
