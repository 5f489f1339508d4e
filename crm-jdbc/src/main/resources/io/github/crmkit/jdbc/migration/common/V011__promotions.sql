-- What is granted for a time: promotions, the coupons that open them, and what used them. Uses are counted on the promotion
-- and on the coupon, so that two users at once cannot both have the last one.

create table ${table}promotion (
    tenant_id           ${id} not null,
    id                  ${id} not null,
    version             bigint not null,
    created_at          ${instant} not null,
    created_by          ${id} not null,
    changed_at          ${instant} not null,
    changed_by          ${id} not null,
    name                varchar(100) ${text} not null,
    name_folded         varchar(100) ${text} not null,
    valid_from          date,
    valid_until         date,
    active              boolean not null,
    needs_coupon        boolean not null,
    max_uses            bigint,
    max_uses_per_account bigint,
    used                bigint not null,
    primary key (tenant_id, id),
    constraint ${key}uq_promotion_name unique (tenant_id, name)
)${options};

create index ${key}ix_promotion_name_folded on ${table}promotion (tenant_id, name_folded, id);

create table ${table}coupon (
    tenant_id           ${id} not null,
    id                  ${id} not null,
    version             bigint not null,
    created_at          ${instant} not null,
    created_by          ${id} not null,
    changed_at          ${instant} not null,
    changed_by          ${id} not null,
    code                varchar(40) ${text} not null,
    promotion_id        ${id} not null,
    valid_from          date,
    valid_until         date,
    active              boolean not null,
    max_uses            bigint,
    used                bigint not null,
    primary key (tenant_id, id),
    constraint ${key}uq_coupon_code unique (tenant_id, code),
    constraint ${key}fk_coupon_promotion foreign key (tenant_id, promotion_id)
        references ${table}promotion (tenant_id, id)
)${options};

create index ${key}ix_coupon_promotion on ${table}coupon (tenant_id, promotion_id, id);

create table ${table}redemption (
    tenant_id           ${id} not null,
    id                  ${id} not null,
    version             bigint not null,
    created_at          ${instant} not null,
    created_by          ${id} not null,
    changed_at          ${instant} not null,
    changed_by          ${id} not null,
    promotion_id        ${id} not null,
    coupon_id           ${id},
    account_id          ${id},
    reference_type      varchar(60) ${text} not null,
    reference_id        ${id} not null,
    redeemed_at         ${instant} not null,
    counts              boolean not null,
    primary key (tenant_id, id),
    constraint ${key}uq_redemption_reference unique (tenant_id, promotion_id, reference_type, reference_id),
    constraint ${key}fk_redemption_promotion foreign key (tenant_id, promotion_id)
        references ${table}promotion (tenant_id, id),
    constraint ${key}fk_redemption_coupon foreign key (tenant_id, coupon_id)
        references ${table}coupon (tenant_id, id)
)${options};

create index ${key}ix_redemption_account on ${table}redemption (tenant_id, account_id, promotion_id, id);
