/** French, Spanish, Italian and Portuguese adjectives and cities whose name differs from English: code|adjective stems|capital|cities and metonyms. */
export const romanceStems = `
AF|afgan,afghan,afegão,afegã||taliban
AR|argentin|buenos aires|
AT|autrichien,austríac,austriac|vienne,viena|
AU|australien,australian||
BE|belge,belga|bruxelles,bruselas,bruxelas|
BR|brésilien,brasileñ,brasileir,brasilian|brasília|são paulo,curitiba,bahia,minas gerais,paraná,santa catarina,planalto,pernambuco,ceará,lisboa do brasil
CA|canadien,canadiens,canadiense,canadese||québec
CH|suisse,suizo,suiza,svizzer,suíç|berne|genève,ginebra,ginevra,lausanne,zúrich,zurigo,vaud,valais
CL|chilien,chilen,cilen||
CN|chinois,chino,china,chinos,chinas,cinese,cinesi,chinês,chinesa|pékin,pekín,pechino,pequim|
CO|colombien,colombian|bogotá|medellín
CU|cubain,cuban|la habana,l'avana,la havane|
CZ|tchèque,chec,cec|praga|
DE|allemand,alemán,alemana,alemanes,tedesc,alemão,alemã|berlín,berlino,berlim|
DK|danois,danés,danese|copenhague|
DZ|algérien,argelin,algerin|alger|
EG|égyptien,egipci,egizian|le caire,el cairo|
ES|espagnol,español,española,spagnol,espanhol||sevilla,cataluña,catalogne,catalogna,barcelona,andalucía,país vasco,zaragoza,málaga,moncloa,cataluñ,gobierno de españa,psoe,euskadi,galicia,canarias
FR|français,française,françaises,francés,francesa,franceses,francese,francesi,francês|parís,parigi|élysée,bretagne,corse,normandie,alsace,bordeaux,marseille,île-de-france,eliseo
GB|britannique,británic,britannic,britânic,anglais,inglés,inglesa,ingleses,inglese,inglesi,inglês,écossais,escocés,scozzes|londres,londra|downing street
GR|grec,grecque,grieg,griega|athènes,atenas,atene|
HU|hongrois,húngar,ungheres||
IE|irlandais,irlandés,irlandes||
IL|israélien,israelí,israelíes,israelian,israelens|jérusalem,jerusalén,gerusalemme|
IN|indien,indienne,indian||
IQ|irakien,iraquí,irachen,iraquian|bagdad|mossoul
IR|iranien,iraní,iraníes,iranian|téhéran,teherán,teheran|
IT|italien,italienne,italian|roma|milano,milán,torino,napoli,venezia,firenze,sicilia,bologna,genova,palermo,quirinale,farnesina,lombardia,toscana,veneto,puglia,calabria,sardegna
JO|jordanien,jordan,giordan||
JP|japonais,japonés,japonesa,japoneses,giapponese,giapponesi,japonês|tokio|
KP|nord-coréen,norcorean,nordcorean||
KR|sud-coréen,surcorean,sudcorean|séoul,seúl|
LB|libanais,libanés,libanes|beyrouth|hezbolá
LY|libyen,libi||
MA|marocain,marroquí,marroquíes,marocchin||
MX|mexicain,mexican,messican||ciudad de méxico,jalisco
NL|néerlandais,neerlandés,olandes,holandés,holandes|amsterdam|la haye,la haya,l'aia
NO|norvégien,norueg,norveges||
PE|péruvien,peruan,peruvian||
PL|polonais,polac,polacc|varsovie,varsovia|
PS|palestinien,palestin,palestines||cisjordanie,cisjordania,cisgiordania,hamas,hamás
PT|portugais,portugués,portuguesa,portoghes,português|lisbonne,lisboa,lisbona|porto
RO|roumain,rumano,rumana,rumen||
RU|russe,russes,russi,ruso,rusa,rusos,rusas,russa,russo|moscou,moscú,mosca|kremlin,cremlino
SA|saoudien,saudí,saudíes,saudit|riyad,riad|
SE|suédois,suec,svedes|estocolmo,stoccolma|
SY|syrien,siri|damas,damasco|alep,alepo
TN|tunisien,tunecin,tunisin||
TR|turc,turque,turco,turca,turcos,turcas,turchi||estambul,istambul
UA|ukrainien,ucranian,ucraini|kiev|
US|américain,américaine,estadounidense,americano,americana,americani,americane,americanos,americanas,statunitens,norteamerican,norte-american,etats-unis,ee uu,eeuu,eua|washington|nueva york,nova york,nova iorque,californie,californien,maison blanche,casa blanca,casa branca,casa bianca,pentágono,pentagono,floride
VA|||vaticano
VE|vénézuélien,venezolan,venezuelan||
`;

/** Norwegian, Swedish and Danish adjectives, demonyms and cities. */
export const scandinavianStems = `
AT|østerriks,österrikisk,østrigsk||
AU|australsk,australisk||
CA|kanadisk,canadisk||
CH|sveitsisk,schweizisk||
CN|kinesisk,kineser||
DE|tysk,tyska,tyskland||
DK|dansk,dansker|københavn,köpenhamn|
ES|spansk||
FI|finsk,finländsk|helsingfors|
FR|fransk||
GB|britisk,brittisk,engelsk,skotsk,engelskmenn||
GR|gresk,grekisk,græsk|aten,athen|
IE|irsk,irländsk||
IL|israelsk,israelisk||
IN|indisk||
IQ|irakisk|bagdad|
IR|iransk|teheran|
IS|islandsk,isländsk||
IT|italiensk||
JP|japansk||
LY|libysk||
NL|nederlandsk,nederländsk,hollandsk||
NO|norsk,norske,norska,nordmenn,nordmann,norrman|oslo|bergen,trondheim,stavanger,stortinget,nrk,tromsø,agder,rogaland,vestland,troms,finnmark,nordland,viken,innlandet,drammen,kristiansand,sør-norge,nord-norge
PL|polsk|warszawa|
PS|palestinsk||gaza,vestbredden,västbanken,hamas
RU|russisk,rysk,russer|moskva|kreml
SE|svensk,svenske,svenska|stockholm|göteborg,malmö,riksdagen,uppsala,skåne,västra götaland,norrland,lund,örebro,umeå,dalarna,jönköping,helsingborg,västerås
SY|syrisk|damaskus|
TR|tyrkisk,turkisk||
UA|ukrainsk|kyjiv,kiev|
US|amerikansk,amerikaner|washington|det hvite hus,vita huset,pentagon
`;

/** Plural, gender and genitive endings of the western languages' adjectives. */
export const romanceEndings =
  /^(?:|s|e|es|ne|nes|ns|a|o|as|os|i|h?e|hi|z|zes|ese|esi|sa|sas|do|ños?|ã|ãs|ões|n[oaie]s?)$/u;
export const scandinavianEndings = /^(?:|e|a|t|s|n|en|et|er|erne|erna|ar|are|ene|es|as)$/u;
