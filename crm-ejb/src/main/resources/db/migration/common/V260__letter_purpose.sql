-- What a person's letter is for: asked again when it leaves.
alter table outbox_message add column purpose varchar(40);
