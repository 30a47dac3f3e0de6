// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a guide and as a pack: refused with a place and a reason, or a guide that every kind of break can be
// made of. A pack that is refused changes nothing, and none takes a drill or a ban away.
#include "must.hpp"

#include "guide_toml.hpp"
#include "own_guide.hpp"
#include "problem_text.hpp"

#include "compose.hpp"
#include "poise/step.hpp"

#include <algorithm>
#include <cstdint>

using namespace poise;
using poise::fuzz::must;

namespace {

void check(const Problems& problems) {
    must(!problems.empty(), "refused without a reason");
    for (const auto& problem : problems) {
        must(problem.line >= 0 && problem.column >= 0 && !problem.what.empty(), "a problem without a place");
        must(to_line("guide.toml", problem).find('\n') == std::string::npos, "a problem of two lines");
    }
}

/// For each programme, what a break of each kind would be now.
void compose_with(const Guide& guide) {
    Moment now{};
    now.instant += std::chrono::hours{100};
    now.utc += std::chrono::hours{24 * 20'780};
    const auto shared = std::make_shared<const Guide>(guide);
    for (const Programme& programme : guide.programmes) {
        const Fact chosen{stamp(now), DriverChosen{programme.driver}};
        const State state = restore({}, shared, std::span{&chosen, 1}, now);
        for (const Kind kind : all_kinds) {
            for (const PromptDrill& part : compose(state, kind, now)) {
                must(find_drill(guide, part.drill) != nullptr, "a break of a drill that is not there: " + part.drill);
            }
        }
    }
}

void check_pack(const std::string& text) {
    const Guide& before = *own_guide();
    const auto [after, refused] = load_packs(before, {{"pack.toml", text}});
    must(refused.empty() == problems_of_pack(before, {"pack.toml", text}).empty(), "refused, or not?");
    if (!refused.empty()) {
        check(refused.front().problems);
        must(after == before, "a refused pack has changed the guide");
        return;
    }
    must(std::ranges::equal(before.drills, std::span{after.drills}.first(before.drills.size())),
         "a pack has changed a drill that is not its own");
    for (std::size_t i = 0; i < before.programmes.size(); ++i) {
        const auto& bans = after.programmes[i].forbids;
        for (const auto& ban : before.programmes[i].forbids) {
            must(std::ranges::find(bans, ban) != bans.end(), "a pack allows what was forbidden");
        }
    }
    compose_with(after);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{data, data + size};
    const auto guide = load_guide(text);
    if (guide) {
        compose_with(*guide);
    } else {
        check(guide.error());
    }
    if (is_pack(text)) check_pack(text);
    return 0;
}
