-- Byte order, as Derby has it: what a text begins with becomes a range of the plain index.
alter table custom_value alter column text_key type varchar(100) collate "C";
