package io.github.crmkit.timeline;

import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.time.OrganisationZone;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door to whole stories, for one caller: every entry is of something that the caller sees, and no others. A story costs
 * fifteen reads at most, however many quotes and changes there are; each read that finds more than {@value
 * io.github.crmkit.storage.Repository#BATCH} rows takes another one for each such batch.
 */
public final class TimelineService {

    private final Desk desk;
    private final OrganisationZone zone;
    private final Function<? super UserId, ? extends @Nullable String> names;

    /** @param zone where the organisation counts its days: times are told in it */
    public TimelineService(Desk desk, OrganisationZone zone) {
        this(desk, zone, user -> null);
    }

    private TimelineService(
            Desk desk, OrganisationZone zone, Function<? super UserId, ? extends @Nullable String> names) {
        this.desk = desk;
        this.zone = zone;
        this.names = names;
    }

    /**
     * The same door, which calls users by these names; without it, and where the function has none, they are called by their
     * id. It is asked once for each user of a story, when everything has been read.
     */
    public TimelineService naming(Function<? super UserId, ? extends @Nullable String> users) {
        return new TimelineService(desk, zone, users);
    }

    /**
     * The whole story of a deal: its own history, that of the lead it came from and of its quotes, and that of its account
     * and contact while they were linked to it.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when the caller sees no such deal
     */
    public Timeline of(OpportunityId deal) {
        return since(deal, Instant.MIN);
    }

    /**
     * What happened from an instant on, inclusive: for long stories, and for whoever has read the rest. As {@link
     * #of(OpportunityId)}.
     */
    public Timeline since(OpportunityId deal, Instant from) {
        return tell(Opportunities.TYPE.refTo(deal), work -> new StoryReading(work, from).ofDeal(deal));
    }

    /**
     * The whole story of an account: its own history, and that of its deals while they were its own, with their leads, quotes
     * and contacts.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when the caller sees no such account
     */
    public Timeline of(AccountId account) {
        return since(account, Instant.MIN);
    }

    /** What happened from an instant on, inclusive; as {@link #of(AccountId)}. */
    public Timeline since(AccountId account, Instant from) {
        return tell(Accounts.TYPE.refTo(account), work -> new StoryReading(work, from).ofAccount(account));
    }

    /** The host's names are asked for when the unit of work is over, so that they may come from anywhere. */
    private Timeline tell(EntityRef about, Function<Work, Story> reading) {
        Story story = desk.run(reading);
        return new Timeline(about, zone, new Narrator(story, zone, names).entries());
    }
}
