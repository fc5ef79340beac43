-- Who is not deleted, looked up by id: else Derby might go through all of an index that happens to tell it, too.
create index customer_there on customer (id, deleted_at);
