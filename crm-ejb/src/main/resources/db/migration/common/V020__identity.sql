create table team (
    id bigint not null primary key,
    version bigint not null,
    public_id varchar(22) not null,
    name varchar(100) not null,
    name_norm varchar(100) not null,
    constraint uq_team_public_id unique (public_id),
    constraint uq_team_name unique (name_norm)
);

create table app_role (
    id bigint not null primary key,
    version bigint not null,
    public_id varchar(22) not null,
    code varchar(40),
    name varchar(100) not null,
    name_norm varchar(100) not null,
    constraint uq_role_public_id unique (public_id),
    constraint uq_role_code unique (code),
    constraint uq_role_name unique (name_norm)
);

create table role_permission (
    role_id bigint not null,
    permission varchar(60) not null,
    reach varchar(8) not null,
    constraint pk_role_permission primary key (role_id, permission),
    constraint fk_role_permission_role foreign key (role_id) references app_role (id)
);

create table account (
    id bigint not null primary key,
    version bigint not null,
    public_id varchar(22) not null,
    realm varchar(8) not null,
    email varchar(254) not null,
    email_norm varchar(254) not null,
    new_email varchar(254),
    new_email_old_ok ${boolean} not null,
    new_email_new_ok ${boolean} not null,
    display_name varchar(200) not null,
    password_hash varchar(255),
    password_changed_at ${timestamp},
    status varchar(10) not null,
    language varchar(8) not null,
    zone varchar(64) not null,
    theme varchar(8) not null,
    totp_secret varchar(300),
    totp_enabled_at ${timestamp},
    totp_last_step bigint not null,
    team_id bigint,
    created_at ${timestamp} not null,
    email_verified_at ${timestamp},
    last_sign_in_at ${timestamp},
    constraint uq_account_public_id unique (public_id),
    constraint uq_account_email unique (realm, email_norm),
    constraint fk_account_team foreign key (team_id) references team (id)
);
create index ix_account_team on account (team_id);

create table account_role (
    account_id bigint not null,
    role_id bigint not null,
    constraint pk_account_role primary key (account_id, role_id),
    constraint fk_account_role_account foreign key (account_id) references account (id),
    constraint fk_account_role_role foreign key (role_id) references app_role (id)
);
create index ix_account_role_role on account_role (role_id);

-- At most one row: whoever inserts it is the first administrator, the others of a race are refused.
create table first_administrator (
    id bigint not null primary key,
    account_id bigint not null,
    made_at ${timestamp} not null,
    constraint ck_first_administrator check (id = 1),
    constraint fk_first_administrator_account foreign key (account_id) references account (id)
);
create index ix_first_administrator_account on first_administrator (account_id);

create table portal_membership (
    id bigint not null primary key,
    version bigint not null,
    public_id varchar(22) not null,
    account_id bigint not null,
    customer_id bigint not null,
    org_role varchar(10) not null,
    created_at ${timestamp} not null,
    constraint uq_membership_public_id unique (public_id),
    constraint uq_membership unique (account_id, customer_id),
    constraint fk_membership_account foreign key (account_id) references account (id)
);
create index ix_membership_customer on portal_membership (customer_id);

create table account_token (
    id bigint not null primary key,
    version bigint not null,
    purpose varchar(20) not null,
    token_hash varchar(64) not null,
    account_id bigint,
    customer_id bigint,
    payload varchar(500),
    created_at ${timestamp} not null,
    expires_at ${timestamp} not null,
    used_at ${timestamp},
    constraint uq_token_hash unique (token_hash),
    constraint fk_token_account foreign key (account_id) references account (id)
);
create index ix_token_account on account_token (account_id);
create index ix_token_customer on account_token (customer_id);
create index ix_token_expires on account_token (expires_at);

create table recovery_code (
    id bigint not null primary key,
    version bigint not null,
    account_id bigint not null,
    code_hash varchar(64) not null,
    used_at ${timestamp},
    constraint uq_recovery_code unique (account_id, code_hash),
    constraint fk_recovery_code_account foreign key (account_id) references account (id)
);

create table login_session (
    id bigint not null primary key,
    version bigint not null,
    public_id varchar(22) not null,
    realm varchar(8) not null,
    account_id bigint not null,
    secret_hash varchar(64) not null,
    state varchar(8) not null,
    customer_id bigint,
    created_at ${timestamp} not null,
    proved_at ${timestamp} not null,
    last_seen_at ${timestamp} not null,
    ip varchar(64),
    user_agent varchar(300),
    ended_at ${timestamp},
    end_reason varchar(20),
    constraint uq_session_public_id unique (public_id),
    constraint uq_session_secret unique (secret_hash),
    constraint fk_session_account foreign key (account_id) references account (id)
);
create index ix_session_account on login_session (account_id);
create index ix_session_last_seen on login_session (last_seen_at);

create table sign_in_log (
    id bigint not null primary key,
    realm varchar(8) not null,
    account_id bigint,
    email varchar(254) not null,
    outcome varchar(20) not null,
    made_at ${timestamp} not null,
    ip varchar(64),
    user_agent varchar(300),
    constraint fk_sign_in_account foreign key (account_id) references account (id)
);
create index ix_sign_in_account on sign_in_log (account_id);
create index ix_sign_in_made_at on sign_in_log (made_at);

create table throttle (
    bucket varchar(80) not null primary key,
    failures integer not null,
    last_at ${timestamp} not null,
    blocked_until ${timestamp} not null
);
create index ix_throttle_last_at on throttle (last_at);

create table api_token (
    id bigint not null primary key,
    version bigint not null,
    public_id varchar(22) not null,
    name varchar(100) not null,
    token_hash varchar(64) not null,
    created_by bigint,
    created_at ${timestamp} not null,
    expires_at ${timestamp},
    last_used_at ${timestamp},
    revoked_at ${timestamp},
    constraint uq_api_token_public_id unique (public_id),
    constraint uq_api_token_hash unique (token_hash),
    constraint fk_api_token_account foreign key (created_by) references account (id)
);
create index ix_api_token_created_by on api_token (created_by);

create table api_token_permission (
    token_id bigint not null,
    permission varchar(60) not null,
    constraint pk_api_token_permission primary key (token_id, permission),
    constraint fk_api_token_permission foreign key (token_id) references api_token (id)
);
