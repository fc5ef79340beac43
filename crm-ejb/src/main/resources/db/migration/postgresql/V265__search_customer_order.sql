-- Byte order, as Derby has it: a prefix becomes a range of the plain index, and both databases sort alike.
alter table search_customer alter column token type varchar(60) collate "C";
alter table search_customer alter column list_name type varchar(200) collate "C";
