// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate.hpp"

#include "say.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>
#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

namespace poise {

namespace {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* it) const {
        release(it);
    }
};
template <class T, auto release>
using Handle = std::unique_ptr<T, Release<release>>;
using Bio = Handle<BIO, BIO_free>;
using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using Request = Handle<X509_REQ, X509_REQ_free>;
using Certificate = Handle<X509, X509_free>;
using Number = Handle<BIGNUM, BN_free>;

constexpr int version_3 = 2;
constexpr std::string_view curve = "prime256v1";

/// Of what cannot fail but where memory or the library does.
void check(bool done) {
    if (!done) throw std::runtime_error{"libcrypto"};
}

Bio reader(const std::string& text) { return Bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))}; }

template <class Write>
std::string written(Write write) {
    const Bio bio{BIO_new(BIO_s_mem())};
    check(bio && write(bio.get()) == 1);
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

// Never asks for a passphrase at a terminal: a key with one is refused.
int no_passphrase(char*, int, int, void*) { return -1; }

Key read_key(const std::string& pem) {
    return Key{PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, no_passphrase, nullptr)};
}
Certificate read_certificate(const std::string& pem) {
    return Certificate{PEM_read_bio_X509(reader(pem).get(), nullptr, no_passphrase, nullptr)};
}

void set_name(X509_NAME* name, const std::string& login) {
    check(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(login.data()),
                                     static_cast<int>(login.size()), -1, 0) == 1);
}

bool is_on_curve(const EVP_PKEY* key) {
    std::array<char, 64> group{};
    std::size_t size = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(), &size) == 1 &&
           std::string_view{group.data(), size} == curve;
}

void add_extension(X509* certificate, int what, const char* value) {
    const Handle<X509_EXTENSION, X509_EXTENSION_free> extension{X509V3_EXT_conf_nid(nullptr, nullptr, what, value)};
    check(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

std::string hex(std::span<const unsigned char> bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string serial_of(X509* certificate) {
    const Number number{ASN1_INTEGER_to_BN(X509_get_serialNumber(certificate), nullptr)};
    check(number != nullptr);
    const Handle<char, [](char* text) { OPENSSL_free(text); }> text{BN_bn2hex(number.get())};
    check(text != nullptr);
    return text.get();
}

/// Still without issuer, purpose and signature.
Certificate make_certificate(const std::string& name, EVP_PKEY* key, int days) {
    Certificate made{X509_new()};
    const Number serial{BN_new()};
    check(made && X509_set_version(made.get(), version_3) == 1);
    check(serial && BN_rand(serial.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1);
    check(BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(made.get())) != nullptr);
    set_name(X509_get_subject_name(made.get()), name);
    constexpr long clocks_differ_s = 300;
    check(X509_gmtime_adj(X509_getm_notBefore(made.get()), -clocks_differ_s) != nullptr);
    check(X509_time_adj_ex(X509_getm_notAfter(made.get()), days, 0, nullptr) != nullptr);
    check(X509_set_pubkey(made.get(), key) == 1);
    return made;
}

std::string signed_by(EVP_PKEY* key, X509* certificate) {
    check(X509_sign(certificate, key, EVP_sha256()) > 0);
    return written([&](BIO* bio) { return PEM_write_bio_X509(bio, certificate); });
}

std::string request_by(EVP_PKEY* key, const std::string& login) {
    const Request request{X509_REQ_new()};
    check(request && X509_REQ_set_version(request.get(), 0) == 1);
    set_name(X509_REQ_get_subject_name(request.get()), login);
    check(X509_REQ_set_pubkey(request.get(), key) == 1);
    check(X509_REQ_sign(request.get(), key, EVP_sha256()) > 0);
    return written([&](BIO* bio) { return PEM_write_bio_X509_REQ(bio, request.get()); });
}

Request read_request(const std::string& pem) {
    return Request{PEM_read_bio_X509_REQ(reader(pem).get(), nullptr, no_passphrase, nullptr)};
}

bool is_of(X509* certificate, const std::string& login, const std::string& authority) {
    const Certificate issuer = read_certificate(authority);
    std::array<char, 128> name{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(),
                              static_cast<int>(name.size()));
    return issuer && login == name.data() && X509_verify(certificate, X509_get0_pubkey(issuer.get())) == 1;
}

} // namespace

KeyAndRequest make_key(const std::string& login) {
    const Key key{EVP_EC_gen(curve.data())};
    check(key != nullptr);
    return {written([&](BIO* bio) {
                return PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            }),
            request_by(key.get(), login)};
}

std::string make_request(const std::string& key_text, const std::string& login) {
    const Key key = read_key(key_text);
    check(key != nullptr);
    return request_by(key.get(), login);
}

std::string make_authority(const std::string& key_text, const std::string& name, int days) {
    const Key key = read_key(key_text);
    check(key != nullptr);
    const Certificate made = make_certificate(name, key.get(), days);
    check(X509_set_issuer_name(made.get(), X509_get_subject_name(made.get())) == 1);
    add_extension(made.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(made.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    return signed_by(key.get(), made.get());
}

Result<Signed, std::string> sign_request(const std::string& text, const std::string& login,
                                         const std::string& authority, const std::string& authority_key, int days) {
    const Certificate issuer = read_certificate(authority);
    const Key issuer_key = read_key(authority_key);
    if (!issuer || !issuer_key || X509_check_private_key(issuer.get(), issuer_key.get()) != 1) {
        return Unexpected{tr("the authority's certificate and key do not belong together (expected two PEM files, the "
                             "key without a passphrase)")};
    }
    const Request request = read_request(text);
    EVP_PKEY* const key = request ? X509_REQ_get0_pubkey(request.get()) : nullptr;
    if (!key || !is_on_curve(key) || X509_REQ_verify(request.get(), key) != 1)
        return Unexpected{tr("its request for a certificate is not valid")};

    const Certificate made = make_certificate(login, key, days);
    check(X509_set_issuer_name(made.get(), X509_get_subject_name(issuer.get())) == 1);
    add_extension(made.get(), NID_basic_constraints, "critical,CA:FALSE");
    add_extension(made.get(), NID_key_usage, "critical,digitalSignature");
    add_extension(made.get(), NID_ext_key_usage, "clientAuth");
    return Signed{signed_by(issuer_key.get(), made.get()), serial_of(made.get())};
}

bool is_certificate_of(const std::string& text, const std::string& login, const std::string& key_text,
                       const std::string& authority) {
    const Certificate certificate = read_certificate(text);
    const Key key = read_key(key_text);
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1 &&
           is_of(certificate.get(), login, authority);
}

bool may_be_renewed(const std::string& text, const std::string& login, const std::string& request_text,
                    const std::string& authority) {
    const Certificate certificate = read_certificate(text);
    const Request request = read_request(request_text);
    return certificate && request &&
           EVP_PKEY_eq(X509_get0_pubkey(certificate.get()), X509_REQ_get0_pubkey(request.get())) == 1 &&
           is_of(certificate.get(), login, authority);
}

std::chrono::sys_seconds end_of(const std::string& text) {
    const Certificate certificate = read_certificate(text);
    std::tm end{};
    check(certificate && ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &end) == 1);
    return std::chrono::sys_seconds{std::chrono::seconds{timegm(&end)}};
}

std::string random_hex(int bytes) {
    std::vector<unsigned char> made(static_cast<std::size_t>(bytes));
    check(RAND_bytes(made.data(), bytes) == 1);
    return hex(made);
}

std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, 32> digest{};
    check(EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) == 1);
    return hex(digest);
}

std::string authentication_hex(std::string_view key, std::string_view text) {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    check(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
               reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &size) != nullptr);
    return hex(digest);
}

bool are_equal(std::string_view one, std::string_view other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace poise
