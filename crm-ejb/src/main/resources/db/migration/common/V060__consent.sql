-- Purposes are part of the product; their ids are negative so that they never meet one of the sequence.
create table consent_purpose (
    id bigint not null primary key,
    version bigint not null,
    code varchar(40) not null,
    legal_basis varchar(24) not null,
    enforcement varchar(16) not null,
    allowed_by_default ${boolean} not null,
    valid_months int,
    display_order int not null,
    constraint uq_consent_purpose_code unique (code)
);

create table consent_purpose_channel (
    purpose_id bigint not null,
    channel varchar(12) not null,
    constraint pk_consent_purpose_channel primary key (purpose_id, channel),
    constraint fk_consent_purpose_channel foreign key (purpose_id) references consent_purpose (id)
);

-- What a person reads before saying yes or no. An edition is never changed: a better wording is the next edition.
create table consent_wording (
    id bigint not null primary key,
    purpose_id bigint not null,
    edition int not null,
    language varchar(10) not null,
    title varchar(120) not null,
    explanation varchar(600) not null,
    published_at ${timestamp} not null,
    constraint uq_consent_wording unique (purpose_id, edition, language),
    constraint fk_consent_wording_purpose foreign key (purpose_id) references consent_purpose (id)
);

create table consent (
    id bigint not null primary key,
    version bigint not null,
    customer_id bigint not null,
    purpose_id bigint not null,
    channel varchar(12) not null,
    state varchar(12) not null,
    since ${timestamp} not null,
    ends_at ${timestamp},
    constraint uq_consent unique (customer_id, purpose_id, channel),
    constraint fk_consent_customer foreign key (customer_id) references customer (id),
    constraint fk_consent_purpose foreign key (purpose_id) references consent_purpose (id)
);
create index ix_consent_purpose on consent (purpose_id);

create table contact_preference (
    id bigint not null primary key,
    version bigint not null,
    customer_id bigint not null,
    first_channel varchar(12),
    second_channel varchar(12),
    days varchar(7) not null,
    from_minute int,
    until_minute int,
    zone varchar(60),
    frequency varchar(12) not null,
    paused_until date,
    stopped_at ${timestamp},
    last_marketing_at ${timestamp},
    changed_at ${timestamp} not null,
    constraint uq_contact_preference unique (customer_id),
    constraint fk_contact_preference_customer foreign key (customer_id) references customer (id)
);

-- The ledger: what was said, by whom, when, in answer to which wording. Rows are added, never changed or removed.
create table consent_evidence (
    id bigint not null primary key,
    public_id varchar(22) not null,
    customer_id bigint not null,
    made_at ${timestamp} not null,
    topic varchar(20) not null,
    purpose_id bigint,
    channel varchar(12),
    before_value varchar(200),
    after_value varchar(200),
    actor_kind varchar(12) not null,
    actor_id bigint,
    actor_name varchar(200),
    source varchar(16) not null,
    told_on date,
    note varchar(1000),
    wording_edition int,
    wording_language varchar(10),
    address varchar(254),
    ip varchar(45),
    user_agent varchar(400),
    refers_to_id bigint,
    constraint uq_consent_evidence_public unique (public_id),
    constraint fk_consent_evidence_customer foreign key (customer_id) references customer (id),
    constraint fk_consent_evidence_purpose foreign key (purpose_id) references consent_purpose (id),
    constraint fk_consent_evidence_refers foreign key (refers_to_id) references consent_evidence (id)
);
create index ix_consent_evidence_customer on consent_evidence (customer_id, made_at, id);
create index ix_consent_evidence_purpose on consent_evidence (purpose_id);
create index ix_consent_evidence_refers on consent_evidence (refers_to_id);

insert into consent_purpose (id, version, code, legal_basis, enforcement, allowed_by_default, valid_months, display_order) values
    (-1, 1, 'orders', 'CONTRACT', 'TRANSACTIONAL', true, null, 1),
    (-2, 1, 'offers', 'CONSENT', 'RESTRICTIVE', false, 24, 2),
    (-3, 1, 'news', 'CONSENT', 'RESTRICTIVE', false, 24, 3),
    (-4, 1, 'opinion', 'LEGITIMATE_INTEREST', 'NON_RESTRICTIVE', true, null, 4),
    (-5, 1, 'profiling', 'CONSENT', 'RESTRICTIVE', false, null, 5);

insert into consent_purpose_channel (purpose_id, channel) values
    (-1, 'EMAIL'), (-1, 'WHATSAPP'), (-1, 'PHONE'), (-1, 'SMS'), (-1, 'POST'),
    (-2, 'EMAIL'), (-2, 'WHATSAPP'), (-2, 'PHONE'), (-2, 'SMS'), (-2, 'POST'),
    (-3, 'EMAIL'), (-3, 'WHATSAPP'), (-3, 'SMS'), (-3, 'POST'),
    (-4, 'EMAIL'), (-4, 'WHATSAPP'), (-4, 'SMS'),
    (-5, 'PROCESSING');

insert into consent_wording (id, purpose_id, edition, language, title, explanation, published_at) values
    (-1, -1, 1, 'en', 'Your orders and requests', 'Confirmations, deliveries, answers to what you asked. Needed to serve you, so at least one channel stays on.', '2026-01-01 00:00:00'),
    (-2, -1, 1, 'pt-BR', 'Seus pedidos e solicitações', 'Confirmações, entregas e respostas ao que você pediu. Precisamos disso para atender você, por isso pelo menos um canal fica ligado.', '2026-01-01 00:00:00'),
    (-3, -1, 1, 'es', 'Sus pedidos y consultas', 'Confirmaciones, entregas y respuestas a lo que nos pidió. Es necesario para atenderle, por eso queda activo al menos un canal.', '2026-01-01 00:00:00'),
    (-4, -2, 1, 'en', 'Offers for you', 'New prices and options that fit what you use.', '2026-01-01 00:00:00'),
    (-5, -2, 1, 'pt-BR', 'Ofertas para você', 'Novos preços e opções que combinam com o que você usa.', '2026-01-01 00:00:00'),
    (-6, -2, 1, 'es', 'Ofertas para usted', 'Nuevos precios y opciones acordes con lo que usa.', '2026-01-01 00:00:00'),
    (-7, -3, 1, 'en', 'News and invitations', 'What is new, courses and events. At most two a month.', '2026-01-01 00:00:00'),
    (-8, -3, 1, 'pt-BR', 'Novidades e convites', 'Lançamentos, cursos e eventos. No máximo dois por mês.', '2026-01-01 00:00:00'),
    (-9, -3, 1, 'es', 'Novedades e invitaciones', 'Lanzamientos, cursos y eventos. Como máximo dos al mes.', '2026-01-01 00:00:00'),
    (-10, -4, 1, 'en', 'Your opinion', 'One short question after a purchase or a visit, at most every 90 days. It comes unless you switch it off.', '2026-01-01 00:00:00'),
    (-11, -4, 1, 'pt-BR', 'Sua opinião', 'Uma pergunta curta depois de uma compra ou visita, no máximo a cada 90 dias. Enviamos, a menos que você desligue.', '2026-01-01 00:00:00'),
    (-12, -4, 1, 'es', 'Su opinión', 'Una pregunta breve tras una compra o una visita, como máximo cada 90 días. La enviamos salvo que la desactive.', '2026-01-01 00:00:00'),
    (-13, -5, 1, 'en', 'Suggestions made for you', 'We look at what you bought to suggest what may suit you. Without it you see what everybody sees.', '2026-01-01 00:00:00'),
    (-14, -5, 1, 'pt-BR', 'Sugestões feitas para você', 'Olhamos o que você comprou para sugerir o que pode servir. Sem isso, você vê o que todo mundo vê.', '2026-01-01 00:00:00'),
    (-15, -5, 1, 'es', 'Sugerencias hechas para usted', 'Miramos lo que compró para sugerirle lo que pueda convenirle. Sin ello, verá lo mismo que todos.', '2026-01-01 00:00:00');
