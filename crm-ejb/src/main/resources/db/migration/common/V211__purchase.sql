-- The purchase that somebody gave back, by its public id: it may be taken back by the import that brought it.
alter table purchase add column return_of varchar(22);
alter table purchase add column corrected_at ${timestamp};
create index ix_purchase_return_of on purchase (return_of);
