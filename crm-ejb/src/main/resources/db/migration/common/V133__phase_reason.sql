-- Why a relationship ended or may end, as far as somebody was told.
alter table phase_event add column reason varchar(20);
