package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.TextField;
import java.util.List;

/** The type of links. */
public final class Links {

    public static final Field<Link, SampleId> SAMPLE_ID =
            Field.<Link, SampleId>id("sampleId", SampleId::new, Link::sampleId).optional();
    public static final TextField<Link> LABEL =
            Field.<Link>text("label", 60, Link::label).optional();

    /** How links are kept: the pair of sample and label is unique. */
    public static final EntityType<Link, LinkId> TYPE = EntityType.named("link", LinkId::new, Link::id)
            .fields(List.of(SAMPLE_ID, LABEL))
            .unique("sample-label", SAMPLE_ID, LABEL)
            .stamp(Link::stamp, Link::withStamp);

    private Links() {}
}
