-- Topic and words of a conversation without accents and capitals, to be found by what somebody types. Conversations
-- from before have none until they are written again; they are found as they were written.
alter table interaction add column search_text varchar(4300);
