-- How far each side has read the messages between a customer and the company.
create table message_read (
  id bigint not null primary key,
  version bigint not null,
  customer_id bigint not null,
  account_id bigint not null,
  read_until ${timestamp} not null,
  constraint message_read_once unique (customer_id, account_id),
  constraint message_read_customer foreign key (customer_id) references customer (id),
  constraint message_read_account foreign key (account_id) references account (id)
);
create index message_read_account on message_read (account_id);
