// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.hpp"

#include <glibmm/main.h>

#include <utility>

namespace poise::coach {

Pages::~Pages() {
    for (auto& leaving : leaving_) leaving.disconnect();
}

void Pages::set_home(Gtk::Widget& page) {
    home_ = &page;
    add(page);
}

void Pages::turn_to(Gtk::Widget& page) {
    leave();
    page_ = &page;
    add(page);
    set_visible_child(page);
    if (home_ != nullptr) home_->set_sensitive(false); // its letters are not to be found behind this one's
}

void Pages::turn_home() {
    leave();
    home_->set_sensitive(true);
    set_visible_child(*home_);
}

void Pages::leave() {
    auto* page = std::exchange(page_, nullptr);
    if (page == nullptr) return;
    // Not now: it was one of its own buttons or keys that brought us here.
    leaving_.push_back(Glib::signal_idle().connect([this, page] {
        remove(*page);
        return false;
    }));
}

} // namespace poise::coach
