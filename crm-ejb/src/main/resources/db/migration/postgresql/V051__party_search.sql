-- Byte order, as Derby has it: a prefix becomes a range of the plain index, and both databases sort alike.
alter table customer_token alter column token type varchar(60) collate "C";
alter table customer alter column sort_name type varchar(200) collate "C";
alter table customer alter column name_key type varchar(200) collate "C";
