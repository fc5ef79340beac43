-- Records are found by the words they hold too, so there are many more entries: those of one kind stand together, the
-- newest record first under each word, and a question is answered out of the index alone. What is in it is made anew.
drop table search_record;
create table search_record (
  token varchar(60) not null,
  kind varchar(20) not null,
  record_id bigint not null,
  customer_id bigint,
  constraint search_record_pk primary key (kind, record_id, token),
  constraint search_record_customer foreign key (customer_id) references customer (id)
);
create index search_record_token on search_record (kind, token, record_id desc, customer_id);
create index search_record_customer on search_record (customer_id);
