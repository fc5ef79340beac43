package org.vinculo.crm.exchange.internal.row;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/** How channels are written in files. */
final class ChannelNames {

    private static final Map<String, Channel> CHANNELS = channels();

    private ChannelNames() {}

    /** The channel, or null when nobody calls one so. */
    static Channel find(String name) {
        return CHANNELS.get(Normal.fold(name));
    }

    private static Map<String, Channel> channels() {
        Map<String, Channel> channels = new HashMap<>();
        for (Channel channel : Channel.values()) {
            for (Locale locale : Texts.LOCALES) {
                channels.put(Normal.fold(Texts.text(locale, "party.channel." + channel)), channel);
            }
            channels.put(channel.name().toLowerCase(Locale.ROOT), channel);
        }
        put(channels, Channel.EMAIL, "e mail", "mail", "correo", "correio eletronico");
        put(channels, Channel.PHONE, "call", "telephone", "telefone", "telefono", "ligacao", "llamada", "mobile");
        put(channels, Channel.VISIT, "meeting", "visita", "reuniao", "reunion", "in person", "presencial");
        put(channels, Channel.POST, "letter", "carta", "correio", "correo postal");
        put(channels, Channel.WEB, "website", "site", "web form", "formulario");
        put(channels, Channel.POS, "shop", "store", "loja", "tienda");
        put(channels, Channel.SOCIAL, "facebook", "instagram", "linkedin", "twitter", "x");
        put(channels, Channel.PARTNER, "parceiro", "socio", "distribuidor", "reseller");
        return Map.copyOf(channels);
    }

    private static void put(Map<String, Channel> channels, Channel channel, String... names) {
        for (String name : names) {
            channels.put(name, channel);
        }
    }
}
