create table idempotent_request (
  id bigint not null primary key,
  version bigint not null,
  owner_key varchar(60) not null,
  request_key varchar(100) not null,
  fingerprint varchar(64) not null,
  made_at ${timestamp} not null,
  status int,
  location varchar(500),
  etag varchar(40),
  body ${clob},
  constraint idempotent_request_key unique (owner_key, request_key)
);
