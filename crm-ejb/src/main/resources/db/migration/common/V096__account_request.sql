-- What anonymous people asked for and has to be answered by a mail: kept until the mail is in the outbox, for known and
-- unknown addresses alike.
create table account_request (
    id bigint not null primary key,
    version bigint not null,
    kind varchar(12) not null,
    realm varchar(8) not null,
    email varchar(320) not null,
    name varchar(200),
    language varchar(8) not null,
    ip varchar(64),
    user_agent varchar(300),
    failures integer not null,
    made_at ${timestamp} not null,
    next_at ${timestamp} not null
);
create index ix_account_request_next_at on account_request (next_at);
