alter table attachment add column missing_since ${timestamp};
create index attachment_missing on attachment (missing_since);
