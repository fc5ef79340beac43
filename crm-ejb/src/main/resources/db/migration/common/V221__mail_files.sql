-- The files that go with a mail, by their names towards others, with commas between.
alter table outbox_message add column file_ids varchar(1000);
