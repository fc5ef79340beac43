alter table customer add column merged_into_id bigint;
alter table customer add constraint customer_merged_into foreign key (merged_into_id) references customer (id);
create index customer_merged_into on customer (merged_into_id);
