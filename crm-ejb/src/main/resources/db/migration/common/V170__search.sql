-- The words of names, each under every spelling that lacks one letter: so one typing error is looked up, not computed.
create table search_spelling (
  variant varchar(30) not null,
  word varchar(30) not null
);
create index search_spelling_variant on search_spelling (variant, word);

-- What other records than customers are found by: document numbers, subjects.
create table search_record (
  token varchar(60) not null,
  kind varchar(20) not null,
  record_id bigint not null,
  customer_id bigint not null,
  constraint search_record_pk primary key (kind, record_id, token),
  constraint search_record_customer foreign key (customer_id) references customer (id)
);
create index search_record_token on search_record (token, kind, record_id);
create index search_record_customer on search_record (customer_id);

-- By which rules the index was made; older ones are made anew.
create table search_state (
  id bigint not null primary key,
  layout integer not null
);
insert into search_state (id, layout) values (1, 1);
update search_state set layout = 0 where exists (select 1 from customer);
