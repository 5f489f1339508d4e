-- Organisations and people that business is done with, who belongs where, and who may become a customer.
-- Columns that end in _folded hold a text in the form in which case does not matter.

create table ${table}account (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    name            varchar(200)    ${text} not null,
    name_folded     varchar(200)    ${text} not null,
    industry        varchar(100)    ${text},
    website         varchar(255)    ${text},
    phone           varchar(40)     ${text},
    phone_digits    varchar(40)     ${text},
    country         varchar(100)    ${text},
    owner_id        ${id}           not null,
    reference       varchar(100)    ${text},
    primary key (tenant_id, id),
    constraint ${key}uq_account_reference unique (tenant_id, reference)
)${options};

create index ${key}ix_account_name on ${table}account (tenant_id, name, id);
create index ${key}ix_account_name_folded on ${table}account (tenant_id, name_folded, id);
create index ${key}ix_account_owner on ${table}account (tenant_id, owner_id, name, id);

create table ${table}contact (
    tenant_id           ${id}           not null,
    id                  ${id}           not null,
    version             bigint          not null,
    created_at          ${instant}      not null,
    created_by          ${id}           not null,
    changed_at          ${instant}      not null,
    changed_by          ${id}           not null,
    given_name          varchar(100)    ${text},
    family_name         varchar(100)    ${text} not null,
    family_name_folded  varchar(100)    ${text} not null,
    full_name           varchar(201)    ${text} not null,
    full_name_folded    varchar(201)    ${text} not null,
    email               varchar(254)    ${text},
    email_normalized    varchar(254)    ${text},
    phone               varchar(40)     ${text},
    phone_digits        varchar(40)     ${text},
    title               varchar(100)    ${text},
    owner_id            ${id}           not null,
    reference           varchar(100)    ${text},
    primary key (tenant_id, id),
    constraint ${key}uq_contact_reference unique (tenant_id, reference)
)${options};

create index ${key}ix_contact_full_name on ${table}contact (tenant_id, full_name, id);
create index ${key}ix_contact_full_name_folded on ${table}contact (tenant_id, full_name_folded, id);
create index ${key}ix_contact_owner on ${table}contact (tenant_id, owner_id, full_name, id);
create index ${key}ix_contact_email on ${table}contact (tenant_id, email_normalized, id);

create table ${table}affiliation (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    contact_id      ${id}           not null,
    account_id      ${id}           not null,
    role            varchar(100)    ${text},
    valid_from      date,
    valid_until     date,
    primary key (tenant_id, id),
    constraint ${key}fk_affiliation_contact foreign key (tenant_id, contact_id)
        references ${table}contact (tenant_id, id),
    constraint ${key}fk_affiliation_account foreign key (tenant_id, account_id)
        references ${table}account (tenant_id, id)
)${options};

create index ${key}ix_affiliation_contact on ${table}affiliation (tenant_id, contact_id, account_id, id);
create index ${key}ix_affiliation_account on ${table}affiliation (tenant_id, account_id, id);

create table ${table}lead (
    tenant_id           ${id}           not null,
    id                  ${id}           not null,
    version             bigint          not null,
    created_at          ${instant}      not null,
    created_by          ${id}           not null,
    changed_at          ${instant}      not null,
    changed_by          ${id}           not null,
    company             varchar(200)    ${text} not null,
    company_folded      varchar(200)    ${text} not null,
    given_name          varchar(100)    ${text},
    family_name         varchar(100)    ${text},
    family_name_folded  varchar(100)    ${text},
    email               varchar(254)    ${text},
    email_normalized    varchar(254)    ${text},
    phone               varchar(40)     ${text},
    phone_digits        varchar(40)     ${text},
    source              varchar(40)     ${text} not null,
    status              varchar(40)     ${text} not null,
    status_reason       varchar(500)    ${text},
    score               bigint,
    owner_id            ${id}           not null,
    reference           varchar(100)    ${text},
    converted_at        ${instant},
    primary key (tenant_id, id),
    constraint ${key}uq_lead_reference unique (tenant_id, reference)
)${options};

create index ${key}ix_lead_status on ${table}lead (tenant_id, status, created_at, id);
create index ${key}ix_lead_owner on ${table}lead (tenant_id, owner_id, status, id);
create index ${key}ix_lead_email on ${table}lead (tenant_id, email_normalized, id);
create index ${key}ix_lead_company_folded on ${table}lead (tenant_id, company_folded, id);
