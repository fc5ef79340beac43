-- Byte order, as Derby has it: a prefix becomes a range of the plain index.
alter table search_record alter column token type varchar(60) collate "C";
