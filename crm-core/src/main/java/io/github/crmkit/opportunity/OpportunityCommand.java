package io.github.crmkit.opportunity;

import io.github.crmkit.command.Command;
import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Answer;
import io.github.crmkit.deal.DealRules;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.SalesTeam;
import io.github.crmkit.deal.SalesTeam.Member;
import io.github.crmkit.deal.SalesTeam.Split;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBookId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is asked for with one part of a deal's {@link Dossier}, or of what it is worth. */
public sealed interface OpportunityCommand extends Command {

    /** The deal. */
    OpportunityId id();

    /**
     * Asks for another team and other splits of an open deal: start from the team as it was shown.
     *
     * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
     * @param revenue sums to exactly 100 %, where there is any
     * @param overlay on top, of any total
     */
    record Staff(
            @NotNull OpportunityId id,
            long version,
            @NotNull List<Member> members,
            @NotNull List<Split> revenue,
            @NotNull List<Split> overlay)
            implements OpportunityCommand {

        public Staff {
            members = List.copyOf(members);
            revenue = List.copyOf(revenue);
            overlay = List.copyOf(overlay);
        }

        /** The team as it is. */
        public static Staff of(Opportunity deal) {
            SalesTeam team = deal.dossier().team();
            return new Staff(deal.id(), deal.stamp().version(), team.members(), team.revenue(), team.overlay());
        }

        /** With this user in this role, instead of another role that they had. */
        public Staff member(UserId user, String role) {
            return new Staff(id, version, and(without(members, user), new Member(user, role)), revenue, overlay);
        }

        /** Without this member; splits that they hold have to be given anew. */
        public Staff without(UserId user) {
            return new Staff(id, version, without(members, user), revenue, overlay);
        }

        /** With no splits at all, to give them anew. */
        public Staff unsplit() {
            return new Staff(id, version, members, List.of(), List.of());
        }

        /** With this part of the revenue for this user. */
        public Staff revenue(UserId user, Percent share) {
            return new Staff(id, version, members, and(revenue, new Split(user, share)), overlay);
        }

        /** With this much on top for this user. */
        public Staff overlay(UserId user, Percent share) {
            return new Staff(id, version, members, revenue, and(overlay, new Split(user, share)));
        }

        private static List<Member> without(List<Member> members, UserId user) {
            return members.stream().filter(one -> !user.equals(one.user())).toList();
        }

        @Override
        public void check(Violations problems) {
            SalesTeam.check(members, revenue, overlay, problems);
        }
    }

    /**
     * Asks for other lines of an open deal, which are its amount from then on. Prices are looked up in a book for a day, or
     * given by hand with each line.
     *
     * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
     * @param book where prices are looked up; absent where every line has a manual price
     * @param pricedOn the day whose prices are taken, in the organisation's zone; absent for today
     * @param lines what would be sold, in order; none makes the amount unknown
     */
    record SetLines(
            @NotNull OpportunityId id,
            long version,
            @Nullable PriceBookId book,
            @Nullable LocalDate pricedOn,
            @NotNull @Size(max = Dossier.MAX_LINES) List<@Valid PriceRequest> lines)
            implements OpportunityCommand {

        public SetLines {
            lines = List.copyOf(lines);
        }

        /** No lines yet, for the deal as it was shown. */
        public static SetLines of(Opportunity deal) {
            return new SetLines(deal.id(), deal.stamp().version(), null, null, List.of());
        }

        /** Priced from this book. */
        public SetLines from(PriceBookId priceBook) {
            return new SetLines(id, version, priceBook, pricedOn, lines);
        }

        /** At the prices of this day. */
        public SetLines pricedOn(LocalDate day) {
            return new SetLines(id, version, book, day, lines);
        }

        /** With this line, which may carry a discount or a manual price. */
        public SetLines line(PriceRequest request) {
            return new SetLines(id, version, book, pricedOn, and(lines, request));
        }

        boolean byHand() {
            return lines.stream().anyMatch(line -> line.manual() != null);
        }

        @Override
        public void check(Violations problems) {
            DealRules.checkDay(pricedOn, "pricedOn", problems);
            for (int i = 0; i < lines.size(); i++) {
                Violations inside = new Violations();
                lines.get(i).check(inside);
                String place = "lines[" + i + "]";
                inside.list().forEach(one -> problems.addAll(List.of(one.under(place))));
                problems.require(
                        book != null || lines.get(i).manual() != null,
                        place + ".manual",
                        "price-missing",
                        "must be given where no price book is named");
                problems.require(
                        book != null || lines.get(i).discount() == null,
                        place + ".discount",
                        "discount-by-hand",
                        "must not be given with a price that is entered by hand");
            }
        }
    }

    /**
     * Says where the amount of an open deal comes from, and which one it is.
     *
     * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
     * @param amount where it is entered: absent where it is not known; where it comes from the lines: absent
     */
    record SetAmount(
            @NotNull OpportunityId id,
            long version,
            @NotNull AmountMode mode,
            @Nullable Money amount) implements OpportunityCommand {

        /** Entered, whatever the lines say. */
        public static SetAmount entered(Opportunity deal, @Nullable Money amount) {
            return new SetAmount(deal.id(), deal.stamp().version(), AmountMode.ENTERED, amount);
        }

        /** The sum of the lines that it has. */
        public static SetAmount fromLines(Opportunity deal) {
            return new SetAmount(deal.id(), deal.stamp().version(), AmountMode.LINES, null);
        }

        @Override
        public void check(Violations problems) {
            DealRules.checkAmount(amount, "amount", problems);
            problems.require(
                    mode != AmountMode.LINES || amount == null,
                    "amount",
                    "amount-from-lines",
                    "must not be given where it is the sum of the lines");
        }
    }

    /**
     * Answers a question of the pipeline of an open deal; the last answer counts.
     *
     * @param stage the stage that asks it; absent where one stage alone asks it, or the one that the deal is in does
     * @param question its key
     */
    record AnswerQuestion(
            @NotNull OpportunityId id,
            @Nullable StageId stage,
            @NotNull @PlainText(max = ExitQuestion.MAX_KEY) String question,

            @NotNull @PlainText(max = Answer.MAX_TEXT, multiline = true)
            String text)
            implements OpportunityCommand {

        /** This text for the question of this key. */
        public static AnswerQuestion of(OpportunityId id, String question, String text) {
            return new AnswerQuestion(id, null, question, text);
        }

        /** The question of this stage. */
        public AnswerQuestion askedIn(StageId asking) {
            return new AnswerQuestion(id, asking, question, text);
        }
    }

    /**
     * Hands a deal over to a colleague. Where the owner so far holds a split, they stay on the team, or the splits are given
     * anew.
     *
     * @param to who is the owner from now on
     * @param note what the colleague should know
     * @param staying in which role the owner so far stays on the team; absent where they leave
     * @param revenue the revenue splits from now on; absent where they stay as they are
     * @param overlay the overlay splits from now on; absent where they stay as they are
     */
    record HandOver(
            @NotNull OpportunityId id,
            @NotNull UserId to,
            @NotNull @PlainText(max = Closure.MAX_REASON) String note,
            @PlainText(max = SalesTeam.MAX_ROLE) @Nullable String staying,
            @Nullable List<Split> revenue,
            @Nullable List<Split> overlay)
            implements OpportunityCommand {

        public HandOver {
            revenue = revenue == null ? null : List.copyOf(revenue);
            overlay = overlay == null ? null : List.copyOf(overlay);
        }

        /** To this colleague, who should know this. */
        public static HandOver of(OpportunityId id, UserId to, String note) {
            return new HandOver(id, to, note, null, null, null);
        }

        /** The owner so far stays on the team in this role. */
        public HandOver staying(String role) {
            return new HandOver(id, to, note, role, revenue, overlay);
        }

        /** With these revenue splits from now on. */
        public HandOver revenue(List<Split> splits) {
            return new HandOver(id, to, note, staying, splits, overlay);
        }

        /** With these overlay splits from now on. */
        public HandOver overlay(List<Split> splits) {
            return new HandOver(id, to, note, staying, revenue, splits);
        }

        boolean resplits() {
            return revenue != null || overlay != null;
        }

        /** The team of this deal afterwards; refused with everything that is wrong with it. */
        SalesTeam teamOf(Opportunity deal) {
            SalesTeam team = deal.dossier().team();
            List<Member> members = new ArrayList<>(team.members());
            members.removeIf(one -> to.equals(one.user()));
            if (staying != null) {
                members.removeIf(one -> deal.owner().equals(one.user()));
                members.add(new Member(deal.owner(), staying));
            }
            List<Split> shared = revenue == null ? team.revenue() : revenue;
            List<Split> credited = overlay == null ? team.overlay() : overlay;
            Violations problems = new Violations();
            SalesTeam.check(members, shared, credited, problems);
            SalesTeam.checkHolders(to, members, shared, credited, problems);
            problems.throwIfAny("hand-over");
            return new SalesTeam(members, shared, credited);
        }
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
