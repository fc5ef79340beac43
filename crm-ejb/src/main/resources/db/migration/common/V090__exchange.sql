create table import_file (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  kind varchar(20) not null,
  file_name varchar(255) not null,
  stored_name varchar(60) not null,
  file_size bigint not null,
  signature varchar(64) not null,
  profile ${clob} not null,
  row_estimate bigint not null,
  rows_exact ${boolean} not null,
  uploaded_at ${timestamp} not null,
  uploaded_by varchar(200) not null,
  uploader_id bigint,
  team_id bigint,
  removed_at ${timestamp},
  constraint import_file_public_id unique (public_id)
);
create index import_file_uploaded on import_file (removed_at, uploaded_at);

create table import_job (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  file_id bigint not null,
  kind varchar(20) not null,
  trial ${boolean} not null,
  state varchar(24) not null,
  profile ${clob} not null,
  rows_read bigint not null,
  rows_created bigint not null,
  rows_changed bigint not null,
  rows_unchanged bigint not null,
  rows_duplicate bigint not null,
  rows_faulty bigint not null,
  row_estimate bigint not null,
  failure varchar(80),
  created_at ${timestamp} not null,
  started_at ${timestamp},
  finished_at ${timestamp},
  started_by varchar(200) not null,
  starter_id bigint,
  team_id bigint,
  undo_requested_at ${timestamp},
  undone_at ${timestamp},
  undone_by varchar(200),
  undo_left bigint,
  constraint import_job_public_id unique (public_id),
  constraint import_job_file foreign key (file_id) references import_file (id)
);
create index import_job_file on import_job (file_id);
create index import_job_starter on import_job (starter_id, id);
create index import_job_team on import_job (team_id, id);

-- What is to be told about single rows: faults, duplicates.
create table import_note (
  id bigint not null primary key,
  version bigint not null,
  import_id bigint not null,
  line_no bigint not null,
  note_kind varchar(12) not null,
  field varchar(60) not null,
  code varchar(80) not null,
  args varchar(1000),
  constraint import_note_import foreign key (import_id) references import_job (id)
);
create index import_note_import on import_note (import_id, line_no, id);

-- What an import created, the ids of one chunk in one row: half a million rows need no half a million notes.
create table import_created (
  id bigint not null primary key,
  version bigint not null,
  import_id bigint not null,
  what varchar(20) not null,
  ids ${clob} not null,
  constraint import_created_import foreign key (import_id) references import_job (id)
);
create index import_created_import on import_created (import_id, id);

-- What an import changed, with the state before.
create table import_changed (
  id bigint not null primary key,
  version bigint not null,
  import_id bigint not null,
  what varchar(20) not null,
  entity_id bigint not null,
  version_after bigint not null,
  was_deleted ${boolean} not null,
  state_before ${clob} not null,
  constraint import_changed_import foreign key (import_id) references import_job (id)
);
create index import_changed_import on import_changed (import_id, id);

-- How files with the same columns were understood last time.
create table import_memory (
  id bigint not null primary key,
  version bigint not null,
  signature varchar(64) not null,
  file_name varchar(255) not null,
  profile ${clob} not null,
  used_at ${timestamp} not null,
  used_by varchar(200) not null,
  constraint import_memory_signature unique (signature)
);
