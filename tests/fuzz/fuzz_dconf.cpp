// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as dconf's database: the setting is in there or not, and nothing is read beyond its end.
#include "dconf_file.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // A copy of its own, for the sanitizer to see its bounds.
    const std::vector<char> file{data, data + size};
    (void)poise::find_dconf_bool({file.data(), file.size()}, "/org/gnome/desktop/notifications/show-banners");
    return 0;
}
