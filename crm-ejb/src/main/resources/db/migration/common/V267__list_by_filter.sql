-- A page of the list, whole or by one filter, is read from an index alone: it tells the order and who is not deleted.
drop index customer_sort_name;
create index customer_sort_name on customer (sort_name, id, deleted_at);
drop index customer_owner_name;
create index customer_owner_name on customer (owner_id, sort_name, id, deleted_at);
drop index customer_team_name;
create index customer_team_name on customer (team_id, sort_name, id, deleted_at);
drop index customer_country;
create index customer_country on customer (country, sort_name, id, deleted_at);
drop index customer_language;
create index customer_language on customer (preferred_language, sort_name, id, deleted_at);
drop index customer_stage;
create index customer_stage on customer (stage, sort_name, id, deleted_at);
create index customer_kind on customer (kind, sort_name, id, deleted_at);
