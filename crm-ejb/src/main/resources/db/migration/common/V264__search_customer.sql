-- The words under which customers are found, each with the name that puts the customer into the order of the list; no name
-- where the customer is deleted: a page of a search is read and sorted from one index.
create table search_customer (
  customer_id bigint not null,
  token varchar(60) not null,
  list_name varchar(200)
);
