-- Filled before it has indexes: that is several times as fast.
insert into search_customer (customer_id, token, list_name)
  select t.customer_id, t.token, case when c.deleted_at is null then c.sort_name else null end
  from customer_token t inner join customer c on c.id = t.customer_id;
alter table search_customer add constraint search_customer_pk primary key (customer_id, token);
alter table search_customer add constraint search_customer_customer foreign key (customer_id) references customer (id);
create index search_customer_list on search_customer (token, list_name, customer_id);
drop table customer_token;
